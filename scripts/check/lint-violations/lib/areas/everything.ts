// caught by noReExportAll
export * from "./place.rules";
