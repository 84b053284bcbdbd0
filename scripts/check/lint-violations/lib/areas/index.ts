// caught by noBarrelFile
export { searchKey } from "./search-key";
