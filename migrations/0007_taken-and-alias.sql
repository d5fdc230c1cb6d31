ALTER TABLE "consultations" ADD COLUMN "said_as" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "said_as" text;--> statement-breakpoint
ALTER TABLE "visits" ADD COLUMN "taken_by_id" uuid;--> statement-breakpoint
ALTER TABLE "visits" ADD COLUMN "taken_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "alias" text;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_taken_by_id_people_id_fk" FOREIGN KEY ("taken_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;