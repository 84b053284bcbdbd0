import { endOnce } from "@/scripts/test/end-once";

// Imported before the servers that tests, drills and benchmarks start: a test that times out is killed with its process,
// and nobody stops what it had started.
const parent = process.ppid;
endOnce(() => process.ppid !== parent);
