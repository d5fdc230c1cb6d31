ALTER TABLE "visits" ADD COLUMN "recall_by" text;--> statement-breakpoint
ALTER TABLE "visits" ADD COLUMN "recalled_at" timestamp (3) with time zone;