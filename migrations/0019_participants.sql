CREATE TABLE "participants" (
	"consultation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"standing" text NOT NULL,
	"visit_id" uuid,
	"person_id" uuid,
	"state" text NOT NULL,
	"joined_at" timestamp (3) with time zone NOT NULL,
	"left_at" timestamp (3) with time zone,
	CONSTRAINT "participants_consultation_id_id_pk" PRIMARY KEY("consultation_id","id"),
	CONSTRAINT "participants_one_behind" CHECK (num_nonnulls("participants"."visit_id", "participants"."person_id") = 1),
	CONSTRAINT "participants_left" CHECK (("participants"."state" in ('left', 'removed')) = ("participants"."left_at" is not null))
);
--> statement-breakpoint
ALTER TABLE "participants" ADD CONSTRAINT "participants_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participants" ADD CONSTRAINT "participants_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participants" ADD CONSTRAINT "participants_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "participants_visit" ON "participants" USING btree ("visit_id");--> statement-breakpoint
CREATE INDEX "participants_person" ON "participants" USING btree ("person_id");--> statement-breakpoint
INSERT INTO "participants" ("consultation_id", "id", "kind", "standing", "visit_id", "person_id", "state", "joined_at", "left_at")
SELECT
	held.id,
	encode(substr(sha256((held.visit_id::text || ':' || one.subject::text)::bytea), 1, 16), 'hex')::uuid,
	one.kind,
	one.standing,
	one.visit_id,
	one.person_id,
	CASE WHEN held.ended_at IS NOT NULL THEN 'left' WHEN visits.status = 'on-hold' THEN 'on-hold' ELSE 'admitted' END,
	held.started_at,
	held.ended_at
FROM "consultations" held
JOIN "visits" ON visits.id = held.visit_id
CROSS JOIN LATERAL (VALUES
	('patient', 'participant', held.visit_id, held.visit_id, NULL::uuid),
	('practitioner', 'host', held.practitioner_id, NULL::uuid, held.practitioner_id)
) AS one (kind, standing, subject, visit_id, person_id);
