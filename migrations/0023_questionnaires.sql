CREATE TABLE "forms" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"questionnaire_id" text NOT NULL,
	"appointment_id" uuid,
	"visit_id" uuid,
	"answers" jsonb NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"saved_at" timestamp (3) with time zone,
	"done_at" timestamp (3) with time zone,
	CONSTRAINT "forms_of_one" CHECK (("forms"."appointment_id" is null) <> ("forms"."visit_id" is null))
);
--> statement-breakpoint
CREATE TABLE "questionnaires" (
	"organisation_id" uuid NOT NULL,
	"id" text NOT NULL,
	"source" text,
	"plans" jsonb NOT NULL,
	"removed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "questionnaires_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "patient_key" text;--> statement-breakpoint
ALTER TABLE "forms" ADD CONSTRAINT "forms_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forms" ADD CONSTRAINT "forms_appointment_id_appointments_id_fk" FOREIGN KEY ("appointment_id") REFERENCES "public"."appointments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forms" ADD CONSTRAINT "forms_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questionnaires" ADD CONSTRAINT "questionnaires_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "forms_appointment" ON "forms" USING btree ("appointment_id","questionnaire_id");--> statement-breakpoint
CREATE UNIQUE INDEX "forms_visit" ON "forms" USING btree ("visit_id","questionnaire_id");--> statement-breakpoint
CREATE INDEX "forms_organisation" ON "forms" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "appointments_patient" ON "appointments" USING btree ("patient_key","starts_at");