// caught by noReExportAll
export * from "./rules";
