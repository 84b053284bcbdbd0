import { z } from "zod";
import { providers } from "@/lib/auth/providers/provider.schema";

const hexKey = z.string().regex(/^[0-9a-f]{64}$/, "64 hexadecimal digits: try `openssl rand -hex 32`");

export const environmentSchema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default("127.0.0.1"),
  ORIGIN: z.url().optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATA_FOLDER: z.string().default(".data"),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().default("At the Table <no-reply@localhost>"),
  SECRET_KEY: hexKey.optional(),
  SECRET_KEY_FILE: z.string().optional(),
  OLD_SECRET_KEYS: z
    .string()
    .regex(/^[0-9a-f]{64}(,[0-9a-f]{64})*$/, "keys of 64 hexadecimal digits each, with commas between")
    .optional(),
  INDEX_KEY: hexKey.optional(),
  BACKUP_RECIPIENT: z
    .string()
    .regex(/^att-backup-[A-Za-z0-9_-]{43}$/, "what `ops backup-key` printed")
    .optional(),
  RECORD_KEY: z
    .string()
    .regex(/^att-record-key-[A-Za-z0-9_-]{43}$/, "the line of the file that `ops record-key` wrote")
    .optional(),
  RECORD_KEY_FILE: z.string().optional(),
  RECORD_PUBLIC_KEYS: z
    .string()
    .regex(
      /^att-record-[A-Za-z0-9_-]{43}@\d{4}-\d\d-\d\d(,att-record-[A-Za-z0-9_-]{43}@\d{4}-\d\d-\d\d)*$/,
      "what `ops record-key` printed",
    )
    .optional(),
  TIMESTAMP_URL: z.url({ protocol: /^https?$/ }).optional(),
  TIMESTAMP_CERTIFICATES: z.string().optional(),
  SECURITY_CONTACT: z
    .string()
    .regex(/^(mailto:|https:\/\/)\S+$/, "a mailto: or https: address")
    .optional(),
  SIGN_IN_PROVIDERS: providers.optional(),
  EDITION_TIME: z
    .string()
    .regex(/^(?!01)([01]\d|2[0-3]):[0-5]\d$/, "HH:MM in London, not from 01:00 to 01:59, which summer time skips")
    .default("06:00"),
  WARM_PAGES: z.enum(["0", "1"]).default("1"),
  EDITIONS: z.enum(["daily", "minute"]).default("daily"),
  METRICS_PORT: z.coerce.number().int().min(1).max(65535).optional(),
  TRUST_PROXY: z.literal("1").optional(),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
  DEMO: z.literal("1").optional(),
});

export type Env = z.infer<typeof environmentSchema>;

/**
 * The settings, checked. An empty string counts as unset.
 * @throws Error that names each variable that is wrong, and how.
 */
export function readEnv(from: Record<string, string | undefined>): Env {
  const provided = Object.fromEntries(Object.entries(from).filter(([, value]) => value !== ""));
  const parsed = environmentSchema.safeParse(provided);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`The environment is not right.\n  ${wrong.join("\n  ")}`);
}

let cached: Env | undefined;

/** The settings of this process, read once, after boot has filled in what was left out. */
export const env = (): Env => {
  cached ??= readEnv(process.env);
  return cached;
};

/** When editions are made: lib/summaries/editions/edition.rules.ts. */
export const editionSchedule = () => ({ time: env().EDITION_TIME, everyMinute: env().EDITIONS === "minute" });

/** Whether this is the demonstration: only the script that creates its database sets DEMO. */
export const isDemo = (): boolean => env().DEMO === "1";

/** The address that people type, without a path. */
export const publicOrigin = (): string => new URL(env().ORIGIN ?? `http://localhost:${env().PORT}`).origin;
