import { Command } from "commander";
import { rotateKeys } from "@/lib/security/key-rotation.commands";

export const rotateKeysCommand = new Command("rotate-keys")
  .description(
    "Seals with SECRET_KEY what a key of OLD_SECRET_KEYS sealed. The service may run on; run it again freely.",
  )
  .action(async () => {
    const { changed, checked } = await rotateKeys();
    process.stdout.write(
      `${changed} of ${checked} sealed anew. Run it again until it says 0, then drop the old keys.\n`,
    );
  });
