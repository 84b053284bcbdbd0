import { buildPages } from "@/scripts/setup/build-pages";

buildPages({ evenIfFresh: true });
