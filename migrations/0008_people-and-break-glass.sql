CREATE TABLE "break_glass" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"service_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone
);
--> statement-breakpoint
DROP VIEW "public"."serving";--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "break_glass" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "person_id" uuid;--> statement-breakpoint
ALTER TABLE "person_links" ADD COLUMN "email" text;--> statement-breakpoint
ALTER TABLE "break_glass" ADD CONSTRAINT "break_glass_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "break_glass" ADD CONSTRAINT "break_glass_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "break_glass_one_open" ON "break_glass" USING btree ("person_id","service_id") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "break_glass_service" ON "break_glass" USING btree ("service_id","opened_at");--> statement-breakpoint
CREATE VIEW "public"."serving" AS (select memberships.person_id, areas.id as area_id, memberships.service_id, memberships.role, null::uuid as glass_id
    from memberships join areas on areas.service_id = memberships.service_id
    where memberships.area_ids is null or areas.id = any (memberships.area_ids)
    union all
    select break_glass.person_id, areas.id, break_glass.service_id, 'practitioner', break_glass.id
    from break_glass join areas on areas.service_id = break_glass.service_id
    where break_glass.closed_at is null);--> statement-breakpoint
-- Letters of before know to whom they go by their address alone.
UPDATE "letters" SET "person_id" = "people"."id" FROM "people" WHERE "people"."email" = "letters"."recipient";
