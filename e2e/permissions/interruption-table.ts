import type { InterruptionResult } from "@/e2e/permissions/interruption-sweep";
import { interruptions } from "@/e2e/permissions/interruptions";

/** The table of docs/interruptions.md: where somebody finds what they typed. */
export function interruptionTable(found: InterruptionResult["found"]): string {
  const names = interruptions.map(({ name }) => name);
  const sorted = [...found].sort(([one], [other]) => (one < other ? -1 : 1));
  const rows = sorted.map(([form, cells]) => [`\`${form}\``, ...names.map((name) => cells.get(name) ?? "")]);
  const line = (cells: string[]) => `| ${cells.join(" | ")} |`;
  return `# What comes between

Every form that takes text, and where its text is when something comes between the form and its action. Made from what \`e2e/permissions/interruptions.http.spec.ts\` finds on the running service: \`npx playwright test interruptions --project=http --no-deps -u\`. It fails where the text is neither shown nor stored, and where anybody else could read it. An empty cell cannot happen to the person who sends that form, or another cell before it has used up what the form was about.

*its form*: on the page of the form, in its fields. */unsent*: on a page that shows it with the reason. *error page*: it shows the text, with a button that sends it again. *sent*: the interruption does not concern this form, and the text has arrived.

${line(["form", ...names])}
${line(["form", ...names].map(() => "---"))}
${rows.map(line).join("\n")}
`;
}
