import type { FormValues } from "@/lib/forms/form-state";

/**
 * What was typed into a form whose schema is not known, by field name: a field with several values has them all. Without
 * its button, files, and the fields in which React and the form kit name the action and the page. Browsers load it too.
 */
export function allSubmittedValues(form: FormData): FormValues {
  const values: FormValues = {};
  for (const name of new Set(form.keys())) {
    if (name.startsWith("$") || name === "step") continue;
    const texts = form.getAll(name).filter((value) => typeof value === "string");
    if (texts.length > 1) values[name] = texts;
    else if (texts[0] !== undefined) values[name] = texts[0];
  }
  return values;
}
