// The site bundle as a module: `api/node/bundle-edge.ts` puts the file's content in its place when it bundles.
declare module 'kac:site-bundle' {
  const site: import('../../src/contract/site-bundle.ts').SiteBundle;
  export default site;
}
