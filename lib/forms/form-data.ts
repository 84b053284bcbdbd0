import { z } from "zod";
import type { FormValues } from "@/lib/forms/form-state";

/**
 * What was typed, by field name: a string, or all strings of a field in `arrays`. Files are left out, and so are the
 * fields in which React names the action and a form its page.
 */
export function submittedValues(form: FormData, arrays: readonly string[] = []): FormValues {
  const values: FormValues = {};
  for (const name of new Set(form.keys())) {
    if (name.startsWith("$")) continue;
    const texts = form.getAll(name).filter((value) => typeof value === "string");
    if (arrays.includes(name)) values[name] = texts;
    else if (texts[0] !== undefined) values[name] = texts[0];
  }
  return values;
}

/** The file of a field; null when none was chosen. */
export function submittedFile(form: FormData, name: string): File | null {
  const file = form.get(name);
  return file instanceof File && file.size > 0 ? file : null;
}

/** The first message of each field. */
export function fieldErrors(error: z.ZodError): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const issue of error.issues) {
    const field = String(issue.path[0] ?? "form");
    errors[field] ??= issue.message;
  }
  return errors;
}

/** The object inside transforms, defaults and refinements; null when the schema is of another kind. */
export function objectSchema(schema: z.ZodType): z.ZodObject | null {
  if (schema instanceof z.ZodObject) return schema;
  const inner = innerSchema(schema);
  return inner ? objectSchema(inner) : null;
}

/** The names of an object schema's fields that take several values. */
export function arrayFields(schema: z.ZodObject): string[] {
  return Object.entries(schema.shape).flatMap(([name, field]) => (isArray(field as z.ZodType) ? [name] : []));
}

function isArray(schema: z.ZodType): boolean {
  if (schema instanceof z.ZodArray) return true;
  const inner = innerSchema(schema);
  return inner !== null && isArray(inner);
}

function innerSchema(schema: z.ZodType): z.ZodType | null {
  const definition = schema.def as { innerType?: z.ZodType; in?: z.ZodType };
  return definition.innerType ?? definition.in ?? null;
}
