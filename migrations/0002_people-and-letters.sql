CREATE TABLE "letters" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"about_id" uuid,
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"link" text,
	"link_ends_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"next_try_at" timestamp (3) with time zone NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"fault" text,
	"sent_at" timestamp (3) with time zone,
	"given_up_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"person_id" uuid NOT NULL,
	"service_id" uuid NOT NULL,
	"role" text NOT NULL,
	"area_ids" uuid[],
	CONSTRAINT "memberships_person_id_service_id_role_pk" PRIMARY KEY("person_id","service_id","role")
);
--> statement-breakpoint
CREATE TABLE "person_links" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "person_links_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "reset_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email_hash" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"handled_at" timestamp (3) with time zone
);
--> statement-breakpoint
-- Who served waiting areas until now was a practitioner there. All areas of a service become the service itself.
INSERT INTO "memberships" ("person_id", "service_id", "role", "area_ids")
SELECT pa.person_id, a.service_id, 'practitioner',
  CASE WHEN count(*) = (SELECT count(*) FROM "areas" every_one WHERE every_one.service_id = a.service_id)
    THEN NULL ELSE array_agg(a.id) END
FROM "person_areas" pa JOIN "areas" a ON a.id = pa.area_id
GROUP BY pa.person_id, a.service_id;--> statement-breakpoint
DROP TABLE "person_areas" CASCADE;--> statement-breakpoint
ALTER TABLE "people" ALTER COLUMN "password_hash" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "notes" ADD COLUMN "begun_by_id" uuid;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "organisation_role" text;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "status" text DEFAULT 'active' NOT NULL;--> statement-breakpoint
ALTER TABLE "visits" ADD COLUMN "was_with_id" uuid;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_links" ADD CONSTRAINT "person_links_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "letters_on_their_way" ON "letters" USING btree ("next_try_at") WHERE sent_at is null and given_up_at is null;--> statement-breakpoint
CREATE INDEX "letters_organisation" ON "letters" USING btree ("organisation_id","created_at");--> statement-breakpoint
CREATE INDEX "letters_about" ON "letters" USING btree ("about_id");--> statement-breakpoint
CREATE INDEX "memberships_service" ON "memberships" USING btree ("service_id");--> statement-breakpoint
CREATE UNIQUE INDEX "person_links_one" ON "person_links" USING btree ("person_id","kind");--> statement-breakpoint
CREATE INDEX "reset_requests_email" ON "reset_requests" USING btree ("email_hash","at");--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_begun_by_id_people_id_fk" FOREIGN KEY ("begun_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_was_with_id_people_id_fk" FOREIGN KEY ("was_with_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
UPDATE "people" SET "organisation_role" = 'administrator' WHERE "role" = 'administrator';--> statement-breakpoint
ALTER TABLE "people" DROP COLUMN "role";--> statement-breakpoint
CREATE VIEW "public"."serving" AS (select memberships.person_id, areas.id as area_id, memberships.service_id, memberships.role
    from memberships join areas on areas.service_id = memberships.service_id
    where memberships.area_ids is null or areas.id = any (memberships.area_ids));