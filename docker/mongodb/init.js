// Run once, on an empty volume: the services' user, with the name, password and database of CONSUMO_MONGO_URI.
const uri = new URL(process.env.CONSUMO_MONGO_URI);
const name = uri.pathname.slice(1);
if (!uri.username || !name) {
    throw new Error('CONSUMO_MONGO_URI must name user, password and database: mongodb://user:password@mongodb:27017/consumo');
}
db.getSiblingDB(name).createUser({
    user: decodeURIComponent(uri.username),
    pwd: decodeURIComponent(uri.password),
    roles: [{ role: 'readWrite', db: name }],
});
