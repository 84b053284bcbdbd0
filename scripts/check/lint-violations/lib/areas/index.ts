// caught by noBarrelFile
export { searchForm } from "./rules";
