import { closeDb } from "@/lib/db";
import { countOpinion, countParts } from "@/lib/summaries/parts/commands";

// In a process of its own, as its settings name the database: what the job counts for summaries.
const [lepId = ""] = process.argv.slice(2);
await countOpinion([lepId]);
await countParts();
await closeDb();
