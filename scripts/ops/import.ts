import { Command } from "commander";
import { polisCommand } from "@/scripts/ops/import-polis";

export const importCommand = new Command("import").description("Imports data from another service.");
importCommand.addCommand(polisCommand);
