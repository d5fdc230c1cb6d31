ALTER TABLE "consultations" ALTER COLUMN "call_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "consultations" ADD COLUMN "medium" text DEFAULT 'video' NOT NULL;--> statement-breakpoint
ALTER TABLE "consultations" ADD COLUMN "video_ask" text;--> statement-breakpoint
ALTER TABLE "consultations" ADD COLUMN "no_answers" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_phone_has_no_call" CHECK (("consultations"."medium" = 'phone') = ("consultations"."call_id" is null));