// Run once, on an empty volume: the services' user, with the name, password and database of CONSUMO_MONGO_URI.
const named = /^mongodb:\/\/([^:@/]+):([^@/]+)@[^/]+\/([^?]+)/.exec(process.env.CONSUMO_MONGO_URI);
if (!named) {
    throw new Error('CONSUMO_MONGO_URI must be mongodb://USER:PASSWORD@mongodb:27017/DATABASE');
}
const [user, pwd, database] = named.slice(1).map(decodeURIComponent);
db.getSiblingDB(database).createUser({ user, pwd, roles: [{ role: 'readWrite', db: database }] });
