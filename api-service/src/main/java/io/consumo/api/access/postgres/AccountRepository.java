package io.consumo.api.access.postgres;

import org.springframework.data.repository.CrudRepository;

interface AccountRepository extends CrudRepository<AccountRow, String> {}
