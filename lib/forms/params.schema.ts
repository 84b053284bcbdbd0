import { z } from "zod";
import { localPath } from "@/lib/auth/return-path.rules";

// What actions are bound to comes back from the browser, which may send anything: an object in the place of an id would
// be read by the database client as a condition. The form kit parses it with these, and answers 404 when it does not fit.

/** Our ids and slugs: 1 to 64 letters, digits, "-" and "_". */
export const idParam = z.string().regex(/^[\w-]{1,64}$/);

/** The number of a section, a page or a version: 1 to 9,999. */
export const ordinalParam = z.int().min(1).max(9_999);

/** A path of ours to go on to, or "". */
export const pathParam = z
  .string()
  .max(500)
  .transform((path) => localPath(path) ?? "");

/** The version of a row that the page showed. */
export const versionParam = z.int().min(0).max(1_000_000);
