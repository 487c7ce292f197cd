// The site bundle as a module: `api/node/bundle-edge.ts` inserts the file's content when it bundles.
declare module 'kac:site-bundle' {
  const site: import('../../src/contract/site-bundle.ts').SiteBundle;
  export default site;
}
