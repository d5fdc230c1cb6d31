ALTER TABLE "visits" ADD COLUMN "called_back_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "visits" ADD COLUMN "forgotten_at" timestamp (3) with time zone;