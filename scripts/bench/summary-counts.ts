import { closeDb } from "@/lib/database/client";
import { countOpinion, countParts } from "@/lib/summaries/summary-part.commands";

// In a process of its own, as its settings name the database: what the job counts for summaries.
const [lepId = ""] = process.argv.slice(2);
await countOpinion([lepId]);
await countParts();
await closeDb();
