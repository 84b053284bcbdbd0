import { vi } from "vitest";

// Test files of the service run one after another in one process: to start Node, Prisma and Next for each takes longer
// than most of their tests. Each begins with modules and settings of its own.
const shared = globalThis as typeof globalThis & { testSettings?: NodeJS.ProcessEnv };
shared.testSettings ??= { ...process.env };
for (const name of Object.keys(process.env)) if (!(name in shared.testSettings)) delete process.env[name];
Object.assign(process.env, shared.testSettings);
vi.resetModules();

vi.mock = vi.doMock = () => {
  throw new Error("What is mocked stays so in the files after it: add this one to filesWithMocks in vitest.config.ts.");
};
