import { build } from "@/scripts/build/build";

build({ evenIfFresh: true });
