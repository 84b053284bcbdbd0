import { expect, test } from "vitest";
import { outageOf, watchOutage } from "@/lib/server/database-outage";

const withCode = (code: string, rest: object = {}) => Object.assign(new Error("words"), { code, ...rest });

test("knows an outage by its code, however deep a library has put it", () => {
  expect(outageOf(withCode("ECONNREFUSED"))).toBe("gone");
  expect(outageOf(withCode("P1001"))).toBe("gone");
  expect(outageOf(withCode("57P03"))).toBe("gone");
  const wrapped = { driverAdapterError: new Error("x", { cause: { kind: "postgres", originalCode: "53100" } }) };
  expect(outageOf(withCode("P2010", { meta: wrapped }))).toBe("full");
  expect(outageOf(new Error("outer", { cause: withCode("57P01") }))).toBe("gone");
});

test("takes nothing else for one", () => {
  for (const error of [new Error("ECONNREFUSED"), withCode("23505"), withCode("P2002"), null, "ENOSPC", undefined])
    expect(outageOf(error)).toBeNull();
  const loop = withCode("P2010");
  Object.assign(loop, { cause: loop });
  expect(outageOf(loop)).toBeNull();
});

test("remembers one for five seconds", () => {
  let now = 0;
  const watch = watchOutage(() => now);
  watch.note(withCode("53100"));
  watch.note(withCode("23505"));
  expect(watch.last()).toBe("full");
  now = 5_000;
  expect(watch.last()).toBeNull();
});
