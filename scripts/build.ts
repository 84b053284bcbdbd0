import { buildPages } from "@/scripts/setup/build-pages";

await buildPages({ evenIfFresh: true });
