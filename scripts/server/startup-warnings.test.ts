import { expect, test } from "vitest";
import { startupWarnings } from "@/scripts/server/startup-warnings";

const fine = {
  DATABASE_URL: "postgresql://att@db.example/att?sslmode=verify-full",
  ORIGIN: "https://table.example",
  isEmbedded: false,
};

test("a service with a database of its own, TLS and an address has nothing to put right", () => {
  expect(startupWarnings(fine)).toEqual([]);
});

test("warns of the embedded database, and not in the demonstration", () => {
  const embedded = { ...fine, DATABASE_URL: "postgresql://att@127.0.0.1:5433/att", isEmbedded: true };
  expect(startupWarnings(embedded)).toEqual([expect.stringContaining("embedded PostgreSQL")]);
  expect(startupWarnings({ ...embedded, ORIGIN: undefined, DEMO: "1" })).toEqual([]);
});

test.each([
  ["postgresql://att@db.example/att", "not set"],
  ["postgresql://att@10.0.0.5/att?sslmode=require", "require"],
  ["postgresql://att@[2001:db8::1]/att?sslmode=prefer", "prefer"],
])("warns of a connection over the network that does not check who answers: %s", (DATABASE_URL, mode) => {
  expect(startupWarnings({ ...fine, DATABASE_URL })).toEqual([expect.stringContaining(`sslmode=${mode}`)]);
});

test.each([
  "postgresql://att@localhost/att",
  "postgresql://att@127.0.0.1/att",
  "postgresql://att@[::1]/att",
  "postgresql:///att?host=/run/postgresql",
])("a connection inside this machine needs no TLS: %s", (DATABASE_URL) => {
  expect(startupWarnings({ ...fine, DATABASE_URL })).toEqual([]);
});

test.each([undefined, "http://table.example"])("warns of an address without TLS: %s", (ORIGIN) => {
  expect(startupWarnings({ ...fine, ORIGIN })).toEqual([expect.stringContaining("ORIGIN")]);
});
