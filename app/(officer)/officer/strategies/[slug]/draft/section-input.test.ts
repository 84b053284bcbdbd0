import { expect, test } from "vitest";
import { parseSectionForm } from "./section-input";

const [first, second, other] = ["paragraph-1", "paragraph-2", "section-2-of-2"];
const valid = { title: "Trams", summary: "More of them.", foundation: "", canChange: "", [`text-${first}`]: "A tram." };
const funding = {
  name: "Fund",
  amount: "£1 million",
  sharing: "head",
  who: "Councils",
  decided: "In March",
  source: "",
};
const fundingOf = (key: string, changes: Partial<typeof funding> = {}) =>
  Object.fromEntries(Object.entries({ ...funding, ...changes }).map(([name, value]) => [`${name}-${key}`, value]));

function parse(fields: Record<string, string>, themes: string[] = []) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const theme of themes) form.append("themes", theme);
  const parsed = parseSectionForm(form);
  return "errors" in parsed ? parsed : { ...parsed.input, errors: null };
}

test("fields are grouped by paragraph, with all themes and the operation of the button", () => {
  const edit = parse({ ...valid, ...fundingOf(second), operation: `up:${second}` }, ["skills", "buses"]);
  expect(edit).toMatchObject({
    input: { title: "Trams", foundation: null, themes: ["skills", "buses"], canChange: null },
    operation: { kind: "up", key: second },
  });
  if (edit.errors) return;
  expect([edit.text(first), edit.text(second)]).toEqual(["A tram.", undefined]);
  expect([edit.funding?.(first), edit.funding?.(second)]).toEqual([undefined, { ...funding, source: null }]);
});

test("the default operation is to save", () => {
  expect(parse(valid)).toMatchObject({ operation: { kind: "save" } });
});

test("errors of the section, its paragraphs and its funding lines are returned together", () => {
  const fields = { ...valid, title: "", [`text-${first}`]: " ", ...fundingOf(second, { amount: "" }) };
  expect(parse(fields)).toEqual({
    errors: {
      title: "Give this section a title.",
      [`text-${first}`]: "Write the paragraph, or remove it.",
      [`amount-${second}`]: "Say how much it is, and for which years.",
    },
  });
});

test("a paragraph that is removed may be empty", () => {
  const fields = { ...valid, [`text-${first}`]: "", ...fundingOf(second, { name: "" }) };
  expect(parse({ ...fields, operation: `remove:${first}` })).toMatchObject({
    errors: { [`name-${second}`]: expect.any(String) },
  });
  expect(parse({ ...fields, operation: `remove:${second}` })).toMatchObject({
    errors: { [`text-${first}`]: expect.any(String) },
  });
});

test("moving a paragraph needs a section to move it to", () => {
  expect(parse({ ...valid, operation: `move:${first}`, [`to-${first}`]: other })).toMatchObject({
    operation: { kind: "move", key: first, to: other },
  });
  expect(parse({ ...valid, operation: `move:${first}`, [`to-${first}`]: "" })).toEqual({
    errors: { [`to-${first}`]: "Choose where to move it." },
  });
});
