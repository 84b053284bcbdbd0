import { expect, test } from "vitest";
import { detectOutage, trackOutages } from "@/lib/server/database-outage";

const withCode = (code: string, rest: object = {}) => Object.assign(new Error("words"), { code, ...rest });

test("recognises an outage by its code, however deeply a library nests it", () => {
  expect(detectOutage(withCode("ECONNREFUSED"))).toBe("unreachable");
  expect(detectOutage(withCode("P1001"))).toBe("unreachable");
  expect(detectOutage(withCode("57P03"))).toBe("unreachable");
  const wrapped = { driverAdapterError: new Error("x", { cause: { kind: "postgres", originalCode: "53100" } }) };
  expect(detectOutage(withCode("P2010", { meta: wrapped }))).toBe("disk-full");
  expect(detectOutage(new Error("outer", { cause: withCode("57P01") }))).toBe("unreachable");
});

test("ignores every other error", () => {
  for (const error of [new Error("ECONNREFUSED"), withCode("23505"), withCode("P2002"), null, "ENOSPC", undefined])
    expect(detectOutage(error)).toBeNull();
  const loop = withCode("P2010");
  Object.assign(loop, { cause: loop });
  expect(detectOutage(loop)).toBeNull();
});

test("remembers one for five seconds", () => {
  let now = 0;
  const tracker = trackOutages(() => now);
  tracker.record(withCode("53100"));
  tracker.record(withCode("23505"));
  expect(tracker.last()).toBe("disk-full");
  now = 5_000;
  expect(tracker.last()).toBeNull();
});
