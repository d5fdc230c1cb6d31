DROP INDEX "person_links_one";--> statement-breakpoint
ALTER TABLE "reset_requests" ADD COLUMN "asker" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "reset_requests" ADD COLUMN "trusted" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "reset_requests" ADD COLUMN "written" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "devices" ADD COLUMN "trusted" boolean DEFAULT true NOT NULL;--> statement-breakpoint
CREATE INDEX "person_links_person" ON "person_links" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "person_links_one" ON "person_links" USING btree ("person_id","kind") WHERE kind <> 'reset';