import { Command } from "commander";
import { polisCommand } from "@/scripts/ops/import-polis";

export const importCommand = new Command("import").description("Brings in what another service exported.");
importCommand.addCommand(polisCommand);
