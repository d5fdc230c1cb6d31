ALTER TABLE "appointments" ADD COLUMN "remind_day_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "remind_hour_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "link_again_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "told_late_minutes" integer;--> statement-breakpoint
CREATE INDEX "appointments_remind_day" ON "appointments" USING btree ("remind_day_at") WHERE remind_day_at is not null;--> statement-breakpoint
CREATE INDEX "appointments_remind_hour" ON "appointments" USING btree ("remind_hour_at") WHERE remind_hour_at is not null;--> statement-breakpoint
CREATE INDEX "appointments_link_again" ON "appointments" USING btree ("link_again_at") WHERE link_again_at is not null;