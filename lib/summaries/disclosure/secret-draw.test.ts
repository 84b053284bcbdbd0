import { expect, test } from "vitest";
import { isDrawn } from "./secret-draw";

const cells = Array.from({ length: 2_000 }, (_, i) => `pay|care|district:${i}`);

test("selects half of the cells, others in each release, depending on the secret", () => {
  const drawn = (secret: string, release: number) => cells.filter((id) => isDrawn(secret, id, release, 2));
  const [first, second, other] = [drawn("a", 1), drawn("a", 2), drawn("b", 1)];
  expect(first).toEqual(drawn("a", 1));
  for (const list of [first, second, other]) expect(Math.abs(list.length - 1_000)).toBeLessThan(100);
  for (const list of [second, other])
    expect(Math.abs(list.filter((id) => first.includes(id)).length - 500)).toBeLessThan(100);
});

test("one in one selects all", () => {
  expect(cells.every((id) => isDrawn("a", id, 1, 1))).toBe(true);
});
