CREATE TABLE "feedback" (
	"visit_id" uuid PRIMARY KEY NOT NULL,
	"media" text,
	"needs" text,
	"again" text,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE no action ON UPDATE no action;