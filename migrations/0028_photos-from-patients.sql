CREATE TABLE "files" (
	"id" uuid PRIMARY KEY NOT NULL,
	"visit_id" uuid NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"sealed_key" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "files_visit" ON "files" USING btree ("visit_id");