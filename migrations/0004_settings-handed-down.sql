CREATE TABLE "logos" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"content_type" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "areas" ADD COLUMN "short_code" text;--> statement-breakpoint
ALTER TABLE "areas" ADD COLUMN "own" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "areas" ADD COLUMN "drop_in" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "areas" ADD COLUMN "closed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "areas" ADD COLUMN "alerted_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "own" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "services" ADD COLUMN "own" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "services" ADD COLUMN "closed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "logos" ADD CONSTRAINT "logos_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- What an area said until now it goes on saying for itself, but where that is what Bedside begins with.
UPDATE "areas" SET "own" = jsonb_strip_nulls(jsonb_build_object(
  'timeZone', CASE WHEN hours->>'timeZone' <> 'Europe/London' THEN hours->'timeZone' END,
  'openBlocks', CASE WHEN jsonb_array_length(hours->'blocks') > 0 THEN hours->'blocks' END,
  'fields', CASE WHEN fields <> '{"lastName":"required","dateOfBirth":"required","phone":"required"}'::jsonb THEN fields END,
  'consent', nullif(consent, ''),
  'support', CASE WHEN support_phone <> '' THEN jsonb_build_object('phone', support_phone, 'email', '') END,
  'afterText', nullif(after_text, ''),
  'planId', CASE WHEN plan_id <> 'talking' THEN to_jsonb(plan_id) END
));--> statement-breakpoint
-- A code for each: 23 letters and digits that make no word, none given twice.
DO $$
DECLARE
  waiting record;
  code text;
BEGIN
  FOR waiting IN SELECT id FROM areas LOOP
    LOOP
      SELECT string_agg(substr('BCDFGHJKMNPQRTVWXY34679', 1 + floor(random() * 23)::int, 1), '')
        INTO code FROM generate_series(1, 6);
      EXIT WHEN NOT EXISTS (SELECT 1 FROM areas WHERE short_code = code);
    END LOOP;
    UPDATE areas SET short_code = code WHERE id = waiting.id;
  END LOOP;
END $$;--> statement-breakpoint
ALTER TABLE "areas" ALTER COLUMN "short_code" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "areas" DROP COLUMN "consent";--> statement-breakpoint
ALTER TABLE "areas" DROP COLUMN "support_phone";--> statement-breakpoint
ALTER TABLE "areas" DROP COLUMN "after_text";--> statement-breakpoint
ALTER TABLE "areas" DROP COLUMN "fields";--> statement-breakpoint
ALTER TABLE "areas" DROP COLUMN "hours";--> statement-breakpoint
ALTER TABLE "areas" DROP COLUMN "plan_id";--> statement-breakpoint
ALTER TABLE "areas" ADD CONSTRAINT "areas_short_code_unique" UNIQUE("short_code");