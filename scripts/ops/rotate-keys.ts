import { Command } from "commander";
import { rotateKeys } from "@/lib/security/key-rotation.commands";

export const rotateKeysCommand = new Command("rotate-keys")
  .description(
    "Reseals with SECRET_KEY anything sealed by a key in OLD_SECRET_KEYS. The service can keep running. Safe to run again.",
  )
  .action(async () => {
    const { changed, checked } = await rotateKeys();
    process.stdout.write(
      `${changed} of ${checked} resealed. Run it again until it says 0, then remove the old keys.\n`,
    );
  });
