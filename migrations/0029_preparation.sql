CREATE TABLE "preparations" (
	"appointment_id" uuid PRIMARY KEY NOT NULL,
	"read_at" timestamp (3) with time zone,
	"talk" jsonb,
	"equipment" jsonb,
	"questions" text DEFAULT '' NOT NULL,
	"told_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "sequence" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "calendar" text;--> statement-breakpoint
ALTER TABLE "preparations" ADD CONSTRAINT "preparations_appointment_id_appointments_id_fk" FOREIGN KEY ("appointment_id") REFERENCES "public"."appointments"("id") ON DELETE no action ON UPDATE no action;