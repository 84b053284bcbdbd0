import { closeDb } from "@/lib/database/client";
import { refreshOpinion, refreshSummaryParts } from "@/lib/summaries/summary-part.commands";

// In a process of its own, as its settings name the database: what the job counts for summaries.
const [lepId = ""] = process.argv.slice(2);
await refreshOpinion([lepId]);
await refreshSummaryParts();
await closeDb();
