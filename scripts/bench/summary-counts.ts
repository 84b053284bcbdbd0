import { closeDb } from "@/lib/database/client";
import { makeEdition } from "@/lib/summaries/editions/edition.commands";
import { refreshOpinion } from "@/lib/summaries/releases/release.commands";

// In a process of its own, as its settings name the database: an edition with the opinion part.
const [lepId = "", strategyId = ""] = process.argv.slice(2);
await refreshOpinion([lepId]);
await makeEdition(strategyId);
await closeDb();
