CREATE TABLE "clinic_lists" (
	"id" uuid PRIMARY KEY NOT NULL,
	"area_id" uuid NOT NULL,
	"added_by_id" uuid NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	"undone_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "clinic_list_id" uuid;--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "undone_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "clinic_lists" ADD CONSTRAINT "clinic_lists_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clinic_lists" ADD CONSTRAINT "clinic_lists_added_by_id_people_id_fk" FOREIGN KEY ("added_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "clinic_lists_area" ON "clinic_lists" USING btree ("area_id","added_at");--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_clinic_list_id_clinic_lists_id_fk" FOREIGN KEY ("clinic_list_id") REFERENCES "public"."clinic_lists"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "appointments_clinic_list" ON "appointments" USING btree ("clinic_list_id");