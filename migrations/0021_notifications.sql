ALTER TABLE "letters" RENAME TO "notifications";--> statement-breakpoint
ALTER TABLE "notifications" DROP CONSTRAINT "letters_organisation_id_organisations_id_fk";
--> statement-breakpoint
DROP INDEX "letters_on_their_way";--> statement-breakpoint
DROP INDEX "letters_organisation";--> statement-breakpoint
DROP INDEX "letters_about";--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "kind" text DEFAULT 'staff' NOT NULL;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "channel" text DEFAULT 'email' NOT NULL;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "appointment_id" uuid;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "state" text DEFAULT 'queued' NOT NULL;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "reference" text;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "delivered_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "instead_of_id" uuid;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_appointment_id_appointments_id_fk" FOREIGN KEY ("appointment_id") REFERENCES "public"."appointments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notifications_due" ON "notifications" USING btree ("next_try_at") WHERE state in ('queued', 'sending');--> statement-breakpoint
CREATE INDEX "notifications_organisation" ON "notifications" USING btree ("organisation_id","created_at");--> statement-breakpoint
CREATE INDEX "notifications_about" ON "notifications" USING btree ("about_id");--> statement-breakpoint
CREATE INDEX "notifications_appointment" ON "notifications" USING btree ("appointment_id");--> statement-breakpoint
CREATE INDEX "notifications_reference" ON "notifications" USING btree ("reference") WHERE reference is not null;--> statement-breakpoint
UPDATE "notifications" SET "state" = CASE WHEN "sent_at" IS NOT NULL THEN 'sent' WHEN "given_up_at" IS NOT NULL THEN 'failed' ELSE 'queued' END;--> statement-breakpoint
UPDATE "notifications" SET "kind" = 'invitation', "appointment_id" = "appointment_links"."appointment_id" FROM "appointment_links" WHERE "appointment_links"."id" = "notifications"."about_id";--> statement-breakpoint
ALTER TABLE "notifications" DROP COLUMN "given_up_at";