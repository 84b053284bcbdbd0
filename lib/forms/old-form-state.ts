import type { z } from "zod";

/** What a form gets back: what is wrong, beside which field, and what was typed. */
export type FormState<Field extends string = string> = {
  errors: Partial<Record<Field | "form", string>>;
  values: Partial<Record<Field, string | string[]>>;
};

export const emptyFormState: FormState<never> = { errors: {}, values: {} };

/** What was typed, by field: a string, or all strings of a field in `multiValued`. Next's own fields are left out. */
export function submittedValues(
  form: FormData,
  multiValued: readonly string[] = [],
): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {};
  for (const key of new Set(form.keys())) {
    if (key.startsWith("$ACTION")) continue;
    const all = form.getAll(key).filter((value) => typeof value === "string");
    values[key] = multiValued.includes(key) ? all : (all[0] ?? "");
  }
  return values;
}

/**
 * Whether what an action was bound to is an id. The browser sends it back, and may send anything: an object in its place
 * would be read as a condition, and find something else.
 */
export const isId = (value: unknown): value is string => typeof value === "string" && /^[\w-]{1,64}$/.test(value);

/** Whether what an action was bound to is the number of a section, a page or the like. */
export const isOrdinal = (value: unknown): value is number =>
  Number.isInteger(value) && Number(value) > 0 && Number(value) < 10_000;

/** The first message of each field. */
export function fieldErrors(error: z.ZodError): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const issue of error.issues) {
    const field = String(issue.path[0] ?? "form");
    errors[field] ??= issue.message;
  }
  return errors;
}

/** An id out of a form; "" when what was sent is none, for there is nothing of that id. */
export function submittedId(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" && /^[A-Za-z0-9_-]{1,64}$/.test(value) ? value : "";
}
