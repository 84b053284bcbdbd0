import { expect, test } from "vitest";
import { commands } from "./program";

test.each(Object.entries(commands))("the command %s is loaded by its name", async (name, load) => {
  expect((await load()).name()).toBe(name);
});
