import { randomBytes } from "node:crypto";
import type { TestProject } from "vitest/node";
import { generateClient } from "@/scripts/setup/generate-client";

declare module "vitest" {
  export interface ProvidedContext {
    clusterUrl: string;
    template: string;
    demoTemplate: string;
  }
}

/** Before all test files: one PostgreSQL. After them: gone again. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  generateClient();
  const { joinTestCluster } = await import("@/scripts/test/database-cluster"); // it needs the client
  const { url, template, leave } = await joinTestCluster();
  project.provide("clusterUrl", url);
  project.provide("template", template);
  project.provide("demoTemplate", `test_demo_${randomBytes(8).toString("hex")}`); // of this run: it holds days
  return leave;
}
