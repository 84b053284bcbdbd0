import { expect, test } from "vitest";
import { isSameSubmission } from "@/lib/comments/submission.rules";

const sent = { text: "One bus", stance: "for", themes: ["pay", "buses"], district: "E1", sector: null } as const;

test("a second press holds the same; any other answer makes it something else", () => {
  expect(isSameSubmission(sent, { ...sent, themes: ["buses", "pay", "pay"] })).toBe(true);
  const changes = [
    { text: "No bus" },
    { stance: null },
    { stance: "against" },
    { themes: ["pay"] },
    { district: null },
    { sector: "H" },
  ] as const;
  for (const change of changes) expect(isSameSubmission(sent, { ...sent, ...change })).toBe(false);
});

test("a reply is compared by its text and stance alone", () => {
  const reply = { text: "Same here", stance: null };
  expect(isSameSubmission({ ...reply, themes: [], district: null, sector: null }, reply)).toBe(true);
  expect(isSameSubmission({ ...reply, themes: [] }, { ...reply, text: "Not here" })).toBe(false);
});
