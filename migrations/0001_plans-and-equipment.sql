CREATE TABLE "checklist_ticks" (
	"consultation_id" uuid NOT NULL,
	"item" text NOT NULL,
	"value" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "checklist_ticks_consultation_id_item_pk" PRIMARY KEY("consultation_id","item")
);
--> statement-breakpoint
CREATE TABLE "plans" (
	"organisation_id" uuid NOT NULL,
	"id" text NOT NULL,
	"based_on" text NOT NULL,
	"view" text NOT NULL,
	"devices" jsonb NOT NULL,
	"wording" jsonb NOT NULL,
	CONSTRAINT "plans_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
ALTER TABLE "areas" ADD COLUMN "plan_id" text DEFAULT 'talking' NOT NULL;--> statement-breakpoint
ALTER TABLE "consultations" ADD COLUMN "practitioner_equipment" jsonb;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "equipment" jsonb;--> statement-breakpoint
ALTER TABLE "visit_details" ADD COLUMN "phone_confirmed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "visit_details" ADD COLUMN "present_address" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "visit_details" ADD COLUMN "address_confirmed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "visit_details" ADD COLUMN "companions" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "visits" ADD COLUMN "plan_id" text;--> statement-breakpoint
ALTER TABLE "visits" ADD COLUMN "talk" jsonb;--> statement-breakpoint
ALTER TABLE "visits" ADD COLUMN "equipment" jsonb;--> statement-breakpoint
ALTER TABLE "checklist_ticks" ADD CONSTRAINT "checklist_ticks_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans" ADD CONSTRAINT "plans_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "consultations_live_call" ON "consultations" USING btree ("call_id") WHERE ended_at is null;