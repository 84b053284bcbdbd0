import { expect, test } from "vitest";
import { links } from "@/lib/moderation/checks/links";

const find = (text: string, more_than = 0) =>
  links
    .find({ text } as Parameters<typeof links.find>[0], { more_than })
    .map(({ start, end }) => text.slice(start, end));

test.each([
  ["Read https://example.com/cheap?a=1 before you decide.", ["https://example.com/cheap?a=1"]],
  ["See www.example.org.uk, or ring.", ["www.example.org.uk"]],
  ["(our page: jobs.example.co.uk/apply)", ["jobs.example.co.uk/apply"]],
  ["Buy at cheap-pills.shop and bits.example.io!", ["cheap-pills.shop", "bits.example.io"]],
  ["http://127.0.0.1:8080/x and HTTPS://EXAMPLE.COM", ["http://127.0.0.1:8080/x", "HTTPS://EXAMPLE.COM"]],
  ["Write to union@example.org now", ["union@example.org"]],
])("finds addresses, without the punctuation around them: %s", (text, found) => {
  expect(find(text)).toEqual(found);
});

test.each([
  "I start at 6.30 and finish at 14.00.",
  "That was my shift.It ended late.So what?",
  "e.g. the A34, i.e. the ring road",
  "Pay rose by 2.5 per cent vs. 3.1",
  "the .com boom",
])("leaves ordinary text alone: %s", (text) => {
  expect(find(text)).toEqual([]);
});

test("counts more than the threshold only", () => {
  expect(find("www.example.com and www.example.org", 1)).toHaveLength(2);
  expect(find("www.example.com", 1)).toEqual([]);
});
