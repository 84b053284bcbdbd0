import { build } from "@/scripts/setup/build-pages";

build({ evenIfFresh: true });
