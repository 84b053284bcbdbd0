import { expect, test } from "vitest";
import { isComplaintOverdue } from "@/lib/people/complaints/complaint.rules";

test("is overdue after its due date, unless it was answered", () => {
  const dueAt = new Date("2026-12-25T10:00:00Z");
  const [before, after] = [new Date("2026-12-25T09:59:59Z"), new Date("2026-12-25T10:00:01Z")];
  expect(isComplaintOverdue({ dueAt, answeredAt: null }, after)).toBe(true);
  expect(isComplaintOverdue({ dueAt, answeredAt: null }, before)).toBe(false);
  expect(isComplaintOverdue({ dueAt, answeredAt: after }, after)).toBe(false);
});
